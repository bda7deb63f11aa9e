"""Lives of the play, one subject a file: each is a generator that says when it goes on and then acts.

study, readings, quizzes, promises, wishes, duties, ratings, appraisal, gates, supervising   the campaign in the branches
honours, circulars, comments, voices    what is said of them, and what they say
ground                                  units covered, ties, members away, hand-overs
"""
