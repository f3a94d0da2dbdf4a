"""When each item of a plan was last touched, and what its objectives meant then: the past as links need it."""
