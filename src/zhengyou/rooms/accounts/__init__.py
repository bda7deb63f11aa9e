"""账号 — who signs in, and in which role at which organisation.

facts      User 账号 (grants are the engine's own), WrongPassword 错密码 (an hour long)
actions    open_account 开通账号, grant_role 授权, withdraw_role 收回授权
pages      sign_in 登录, me 关于我的
"""
