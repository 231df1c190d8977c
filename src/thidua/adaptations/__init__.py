"""Other places: how they adopt the plan, or what is publicly known of theirs. One file a place, none registered.

`tinh_mau` is invented and shows everything on one page. `bac_ninh` and `chau_thanh` hold the little that is reported of
two real plans, and say how little that is. A place keeps its own file in its own package in the same way.
"""
