"""A schedule as other project programs take it over: tasks with clock times, what they wait for, who works when."""
