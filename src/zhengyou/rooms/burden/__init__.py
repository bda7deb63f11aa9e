"""负担 — what all running campaigns together ask of an organisation, what nobody uses, and what people say of the system.

Source: the cost that each campaign carries before it is issued, added up over all of them; a box for complaints about
the system itself, answered in public numbers.

    facts      Suggestion 对系统的意见, SuggestionAnswer 意见答复
    actions    send_suggestion 提意见, answer_suggestion 答复意见
    pages      asked 要我们办什么, unused 可以关掉什么, suggestions 对系统的意见, counts 意见的数
"""
