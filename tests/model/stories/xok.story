// A child environment gets a narrower name, shares a page by its access list, and is asked for a page. path0 begins all names, path1
// begins path3.
spec spec/library/xok.fief
capacity path=4 env=3 ucap=3 page=2 acl=2 pte=2 awaited=1
insert_pte(0, 0, env0, 0, page0, {write}) by env0
  page0.status = user
  page0.listed = 1
  acl[page0, 0].path = path0
  acl[page0, 0].rights = all
env_alloc(1) by env0 fails no_right
env_alloc(0) by env0 -> env1
  ucap[env1, 0].path = path0
forge(0, env1, 0, 0, path1, {write}) by env0 fails guard_slot
forge(0, env1, 0, 0, path1, all) by env0
  ucap[env1, 0].path = path1
forge(0, env1, 0, 1, path0, {write}) by env1 fails no_right
forge(0, env1, 0, 1, path3, {write}) by env1
forge(0, env1, 1, 2, path3, {write}) by env1 fails no_right
insert_pte(0, 0, env1, 0, page0, {}) by env1 fails no_right
acl_add(0, page0, path3, {}) by env0
  page0.listed = 2
  acl[page0, 1].path = path3
acl_add(0, page0, path1, {}) by env0 fails acl_size
insert_pte(0, 0, env1, 0, page0, {write}) by env1 fails no_right
insert_pte(1, 0, env1, 0, page0, {}) by env1
insert_pte(1, 0, env1, 0, page0, {}) by env1 fails occupied
mod_pte(1, 0, env1, 0, {write}) by env1 fails no_right
set_limits(0, page0, 1, 1) by env0 fails share
set_limits(0, page0, 2, 1) by env0
insert_pte(0, 0, env1, 1, page0, {}) by env0 fails share
await(1, page0, 0) by env1
revoke_pages(1, page0) by env1 fails no_right
acl_mod(0, page0, 0, path1, {write}) by env0 fails controls
revoke_pages(0, page0) by env0 choosing pte[env1, 0]
  env1.phase = asked
  emits please_free(env1)
take(env1) fails too_early
time 10001us
take(env1)
  pte[env1, 0] is not live
  env1.phase = idle
  forces env1
  emits took(env1, page0), flush(env1, 0)
remove_pte(0, env0, 0) by env1 fails not_yours
dma_begin(page0)
remove_pte(0, env0, 0) by env0
  page0.status = free
  page0.listed = 0
  acl[page0, 0] is not live
  acl[page0, 1] is not live
  emits flush(env0, 0)
insert_pte(0, 0, env0, 0, page0, {}) by env0 fails pinned
forget(0) by env1
insert_pte(0, 0, env0, 0, page0, {}) by env0 fails pinned
dma_end(page0)
bc_insert(page0)
insert_pte(0, 0, env0, 0, page0, {}) by env0 fails has_buffer
bc_remove(page0)
insert_pte(0, 0, env0, 0, page0, {}) by env0
env_free(0, env0) by env1 fails not_yours
hold_out(env1, 0, path1, {write, dup}) by env0
acquire(0, env0) by env1 fails guard_slot
acquire(2, env0) by env1
  ucap[env1, 2].rights = all
  offer[env0] is not live
acquire(2, env0) by env1 fails nothing_there
env_free(0, env1) by env0
  env1 is not live
  ucap[env1, 0] is not live
