// Derivation: adoption by the nearest survivor, and what revoke and delete take along.
spec spec/library/aegis.fief
capacity env=2 page=1 cap=5 pte=2 lost=1
spawn() -> env0
spawn() -> env1
alloc(page0) by env0 -> cap0
share(cap0, env1, all) by env0 -> cap1
share(cap1, env1, all) by env1 -> cap2
share(cap2, env0, {read}) by env1 -> cap3
delete(cap0) by env0 fails root
map(0, cap2, {read}) by env1
map(1, cap3, {write}) by env0 fails no_right
map(1, cap3, {read}) by env0
delete(cap2) by env1
  cap3.parent = cap1
  pte[env1, 0] is not live
  pte[env0, 1] is live
share(cap1, env0, {write}) by env1 -> cap2
  cap2.parent = cap1
revoke(cap2) by env1 fails not_yours
  changes nothing
revoke(cap0) by env0
  cap0 is live
  cap1 is not live
  cap2 is not live
  cap3 is not live
  pte[env0, 1] is not live
share(cap0, env1, {read}) by env0 -> cap1
exit() by env0
  env0 is not live
  cap0 is not live
  cap1 is not live
  page0.owner = none
exit() by env0 fails bad_argument
