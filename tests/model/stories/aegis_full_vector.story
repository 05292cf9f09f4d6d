// An environment that neither complies nor reads what it lost is ended.
spec spec/library/aegis.fief
capacity env=2 page=2 cap=3 pte=2 lost=1
spawn() -> env0
spawn() -> env1
alloc(page0) by env0 -> cap0
alloc(page1) by env0 -> cap1
share(cap1, env1, {read}) by env0 -> cap2
alloc(page0) by env1 fails taken
map(0, cap2, {read}) by env1
ask(page0)
  emits reclaim(env0, page0)
ask(page1)
  emits reclaim(env0, page1)
time 1005us
warn(page0)
  emits urgent(env0, page0)
warn(page1)
  emits urgent(env0, page1)
time 1060us
seize(page0)
  forces page0
  emits contents(page0), repossessed(env0, page0)
seize(page1) fails vector_full
evict(page1)
  env0 is not live
  env1 is live
  page1.owner = none
  page1.phase = idle
  cap1 is not live
  cap2 is not live
  pte[env1, 0] is not live
  lost[env0, 0] is not live
