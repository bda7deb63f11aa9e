"""账号 — who signs in, and in which role at which organisation.

facts      User 账号 (grants are the engine's own), WrongPassword 错密码 (an hour long)
actions    open_account 开通账号, issue_slip 发账号条, issue_slips 成批发账号条, renew_slip 重发账号条,
           choose_password 自设密码, grant_role 授权, withdraw_role 收回授权
pages      sign_in 登录, own_password 自设密码, accounts 账号, home 首页, trail 留痕
"""
