"""From files to models: discover, bind, series. Loading always returns what it understood."""
