// Each thing that goes wrong, by the name of the property it breaks.
spec properties.fief
capacity env=2 page=2 cap=2 pte=2 lost=1
spawn() -> env0
spawn() -> env1
alloc(page0) by env0 -> cap0
owner_of(page0) by env1 -> env0
owner_of(page1) by env1
  undefined p.owner is none
map(0, cap0) by env1                     // a capability of somebody else's
  breaks pte.justified
  because pte[env1, 0].via = cap0
map(1, cap0) by env0
  breaks pte.justified
widen(pte[env0, 1]) by env0
  breaks pte.justified
  because pte[env0, 1].rights = all, pte[env0, 1].via = cap0, cap0.rights = {read}: "m.rights within m.via.rights" is false
