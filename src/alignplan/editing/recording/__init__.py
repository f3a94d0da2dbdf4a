"""`record`: measurements into the files that hold the values of their KPIs."""
