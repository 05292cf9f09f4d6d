// Two library OSes share a frame; revocation goes through its phases; what is taken is written down.
spec spec/library/aegis.fief
capacity env=2 page=2 cap=3 pte=2 lost=1
spawn() -> env0
  env0 is live
spawn() -> env1
spawn() fails full
  changes nothing
alloc(page0) by env0 -> cap0
  page0.owner = env0
  cap0.target = page0
  cap0.holder = env0
  cap0.rights = all
  cap0.parent = none
alloc(page0) by env1 fails taken
alloc(page7) by env1 fails bad_argument
share(cap0, env1, {read, write}) by env1 fails not_holder
share(cap0, env1, {read, write}) by env0 -> cap1
  cap1.parent = cap0
  cap1.rights = {read, write}
share(cap1, env0, {read}) by env1 fails no_right
share(cap2, env0, {read}) by env1 fails bad_argument
map(1, cap1, {read}) by env1
  pte[env1, 1].target = page0
  pte[env1, 1].via = cap1
map(1, cap1, {read}) by env1 fails occupied
map(0, cap1, all) by env1
map(2, cap1, {read}) by env1 fails bad_argument
unmap(0) by env0 fails not_mapped
ask(page1) fails free_already
mark(page0) by env0
ask(page0) fails spared
unmark(page0) by env0
ask(page0)
  page0.phase = ask
  page0.deadline = 1000us
  emits reclaim(env0, page0)
ask(page0) fails being_revoked
mark(page0) by env0 fails being_revoked
share(cap0, env1, {read}) by env0 fails being_revoked
warn(page0) fails too_early
time 1000us
warn(page0) fails too_early
time 1001us
warn(page0)
  page0.phase = warn
  page0.deadline = 1051us
  emits urgent(env0, page0)
time 1062us fails bad_argument
time 1000us fails bad_argument
time 1061us
evict(page0) fails has_room
seize(page0)
  page0.owner = none
  page0.phase = idle
  cap0 is not live
  cap1 is not live
  pte[env1, 0] is not live
  pte[env1, 1] is not live
  lost[env0, 0].page = page0
  forces page0
  emits contents(page0), repossessed(env0, page0)
acknowledge(0) by env1 fails nothing_there
acknowledge(0) by env0
  lost[env0, 0] is not live
