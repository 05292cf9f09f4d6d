// One frame, mapped for the CPU and for a device through one handle, is pinned until both are undone; then it changes hands.
spec spec/library/xen_grant.fief
capacity domain=2 page=2 gref=1 accept=1 handle=1
create() -> domain0
create() -> domain1
give(page0, domain0)
give(page0, domain1) fails taken
offer(0, page0, domain1, all) by domain1 fails not_owner
offer(0, page0, domain1, all) by domain0
offer(0, page0, domain1, all) by domain0 fails occupied
map(gref[domain0, 0], all, true, true) by domain0 fails not_for_you
map(gref[domain0, 0], all, false, false) by domain1 fails bad_flags
map(gref[domain0, 0], all, true, true) by domain1 -> handle[domain1, 0]
  gref[domain0, 0].reading = true
  gref[domain0, 0].writing = true
  gref[domain0, 0].hstw = 1
  gref[domain0, 0].devw = 1
free_page(page0) by domain0 fails in_use
end_offer(0) by domain0 fails in_use
destroy(domain0) fails in_use
unmap(0, true, false) by domain1
  gref[domain0, 0].hstw = 0
  gref[domain0, 0].writing = true
  handle[domain1, 0].host = false
  handle[domain1, 0].device = true
  emits flush(domain1, page0)
unmap(0, true, false) by domain1 fails nothing_there
unmap(0, true, true) by domain1
  gref[domain0, 0].devw = 0
  gref[domain0, 0].writing = false
  gref[domain0, 0].reading = false
  handle[domain1, 0] is not live
  emits flush(domain1, page0)
unmap(0, false, true) by domain1 fails nothing_there
accept(0, domain0) by domain1
commit(accept[domain1, 0], page0) by domain0 fails in_use
end_offer(0) by domain0
commit(accept[domain1, 0], page0) by domain1 fails bad_state
commit(accept[domain1, 0], page0) by domain0
  page0.owner = domain1
  accept[domain1, 0].page = page0
retire(0) by domain1 fails bad_state
free_page(page0) by domain1 fails in_use
destroy(domain0)
  domain0 is not live
  accept[domain1, 0].from = none
complete(accept[domain1, 0])
retire(0) by domain1
  accept[domain1, 0] is not live
free_page(page0) by domain1
  page0.owner = none
