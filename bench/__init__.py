"""Speed and limits, measured beside what others do, in the same run on the same rows.

`make bench JOB=rollup SIZE=small` builds a made-up tree in a folder that is thrown away, lets our way and the
peers' ways work out the same figures, holds them to be equal, and prints seconds, ratios and growth. Ratios
are what counts: seconds belong to the machine.

    town      the made-up tree, its members and what they attended
    timing    rounds in turn, the best of each; nothing runs longer than its limit
    ours      the house's own roll-up, through its public functions
    peers     the same figures as other systems work them out
    rollup    every organisation's figures at once
    refresh   from one per cent of new facts to every organisation's figures
    table     what is printed
"""
