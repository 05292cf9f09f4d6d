/* The layout in C, by itself: its assertions hold with this compiler. */
#include "aegis.h"

int main(void) {
    struct aegis_page page = {0};
    page.owner = AEGIS_NO_ENV;
    return page.owner == AEGIS_NO_ENV && AEGIS_ERROR_BAD_ARGUMENT == 1 && AEGIS_PAGE_PHASE_IDLE == 0 ? 0 : 1;
}
