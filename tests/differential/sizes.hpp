#pragma once
// `2` or `2,lost=1`: so many slots for every slot key, and others for some tables, beside those that boot takes.

#include "model/state.hpp"

#include <cstdlib>
#include <map>
#include <string>

inline fief::model::Capacity read_sizes(const fief::model::Model& m, const std::string& text) {
    const std::uint64_t usual = std::strtoull(text.c_str(), nullptr, 10);
    std::map<std::string, std::uint64_t> others;
    for (std::size_t at = text.find(','); at != std::string::npos; at = text.find(',', at + 1)) {
        const std::size_t equals = text.find('=', at);
        if (equals == std::string::npos) std::abort();
        others[text.substr(at + 1, equals - at - 1)] = std::strtoull(text.c_str() + equals + 1, nullptr, 10);
    }
    return fief::model::Capacity::beside_boot(
        m, [&](const fief::model::Table& t) { return others.contains(t.name) ? others.at(t.name) : usual; });
}
