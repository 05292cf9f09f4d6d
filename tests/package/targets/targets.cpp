#include "aegis.hpp"
#include "xen_grant.hpp"  // of the library that this is linked to

static_assert(aegis::page_count == 64 && aegis::env_count == 8);
static_assert(sizeof(xen_grant::Tables) > 0);

bool grants_hold();
int main() { return grants_hold() ? 0 : 1; }
