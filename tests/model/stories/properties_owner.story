spec properties.fief
capacity env=2 page=2 cap=2 pte=2 lost=1
spawn() -> env0
alloc(page0) by env0 -> cap0
light(page0) by env0
light(page1) by env0
  breaks one_light, lit_by_owner, stays_lit
  because a = page0, b = page1
free(page0) by env0
  breaks one_light, lit_by_owner, cap.target_held, stays_lit, page.reclaimed
