// A compiler may make calls to these four out of ordinary code, also where there is no library; every kernel has them.

#include <cstddef>

extern "C" {

void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) static_cast<char*>(to)[i] = static_cast<const char*>(from)[i];
    return to;
}

void* memmove(void* to, const void* from, std::size_t size) {
    auto* t = static_cast<char*>(to);
    const auto* f = static_cast<const char*>(from);
    if (t < f)
        for (std::size_t i = 0; i < size; ++i) t[i] = f[i];
    else
        for (std::size_t i = size; i-- > 0;) t[i] = f[i];
    return to;
}

void* memset(void* to, int value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) static_cast<char*>(to)[i] = static_cast<char>(value);
    return to;
}

int memcmp(const void* one, const void* other, std::size_t size) {
    const auto* a = static_cast<const unsigned char*>(one);
    const auto* b = static_cast<const unsigned char*>(other);
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}
}
