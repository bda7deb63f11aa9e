"""Speed and limits, measured beside what others do, in the same run on the same rows.

`make bench JOB=rollup SIZE=small` makes up what a job needs in a folder that is thrown away, lets our way and
the peers' ways find the same answer at three sizes, holds them to be equal, and prints seconds, memory, ratios
and growth. Ratios are what counts: seconds belong to the machine.

    sizes      how much there is of everything
    timing     rounds in turn, each in a process of its own; nothing runs longer than its limit
    growth     by which power of the size time grows
    table      rows of words; plot: a picture of growth; written: both on a page; machine: what it ran on
    town       the made-up tree, its members and what they attended; divisions: its upper levels as they really are

Jobs, each with what others do beside ours:

    rollup     every organisation's figures at once (ours, peers; kernel: how fast it could be)
    refresh    from one per cent of new facts to every organisation's figures
    page       what one branch's page asks of the database (branch: the peers)
    importing  a roster taken in (roster: the workbook; loaders: the peers); called import
    ballots    durable ballots a second
    export     a ledger to a workbook
    reading    a speech read into a draft
    distinct   distinct people over every subtree
"""
