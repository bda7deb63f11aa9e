from zhengyou.cli import main

main()
