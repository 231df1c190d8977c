"""The engines: functions over the tree, each blind to the contents of any plan."""
