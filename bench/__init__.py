"""Speed and limits, measured beside what others do, in the same run on the same rows.

`make bench JOB=rollup SIZE=small` makes up what a job needs in a folder that is thrown away, lets our way and
the peers' ways find the same answer at three sizes, holds them to be equal, and prints seconds, memory, ratios
and growth. Ratios are what counts: seconds belong to the machine.

    sizes      how much there is of everything
    town       the made-up tree, its members and what they attended; divisions: its upper levels as they really are
    timing     rounds in turn, each in a process of its own; nothing runs longer than its limit
    growth     by which power of the size time grows
    table      rows of words; plot: a picture of growth; page: both of them on a page; machine: what it ran on
    ours       the house's own roll-up; peers: the same figures as others work them out; kernel: the limit
    rollup     every organisation's figures at once
    refresh    from one per cent of new facts to every organisation's figures
"""
