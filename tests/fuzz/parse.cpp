// Any bytes are parsed or refused with diagnostics; what parses is formatted to a text that parses, and that formatting leaves alone.

#include "spec/parse.hpp"
#include "spec/diagnostics.hpp"
#include "spec/format.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace fief::spec;

namespace {

bool parses(const std::string& text) {
    Sources sources;
    Diagnostics diagnostics;
    static_cast<void>(parse(sources, sources.add("fuzz.fief", text), diagnostics));
    for (const Diagnostic& d : diagnostics.all()) static_cast<void>(render(d, sources, false));
    return !diagnostics.has_errors();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (!parses(text)) return 0;
    const std::string once = format(SourceFile("fuzz.fief", text, false));
    if (!parses(once) || format(SourceFile("fuzz.fief", once, false)) != once) std::abort();
    return 0;
}
