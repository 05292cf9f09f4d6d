spec weak.fief
spawn() -> env0
spawn() -> env1
take(page1) by env0
note(page1) by env0 -> name0
  name0.target = page1
same(name0, page1) by env1 -> true
same(name0, page0) by env1 -> false
use(name0) by env0
  page1.number = 3
use(name0) by env1 fails not_owner
remember(0, name0) by env1
  hint[env1, 0].last = name0
copy(0, 1) by env1
  hint[env1, 1].last = name0
copy(0, 1) by env1 fails wrong_slots
give(page1) by env0                      // the owner changes: the name is stale, and stays so
  name0.target = stale
same(name0, page1) by env1 -> false
use(name0) by env0 fails out_of_date
take(page1) by env0
  name0.target = stale
pass(page1, env1, name0) by env0         // made after the change
  breaks page.reclaimed
  name0.target = page1
  page1.owner = env1
forget(name0) by env0                    // dropped: what named it is stale
  hint[env1, 0].last = stale
  hint[env1, 1].last = stale
note(page1) by env1 -> name0
  hint[env1, 0].last = stale
remember(0, name0) by env1
  hint[env1, 0].last = name0
clear(env1)
  name0 is not live
  page1.owner = none
  hint[env1, 0].last = stale
