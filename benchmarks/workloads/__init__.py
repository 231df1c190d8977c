"""The two workloads: what data can decide of 2.2 (communes) and of 2.4 (households), to measure with.

They say nothing about how the plan should be read. `data` draws the rows, `oracle` answers them in plain Python,
`plan` is the same in the language of thidua.
"""
