#include "gen/abi.hpp"

#include "model/print.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace fief::gen {
namespace {

using Json = nlohmann::ordered_json;

constexpr int lock_version = 1;
constexpr std::uint64_t most_number = 0xffff;  ///< call numbers are 16 bits wide

/// Names in order of their numbers.
Json in_order(const Abi::Numbers& numbers) {
    std::vector<std::pair<std::uint64_t, std::string>> sorted;
    for (const auto& [name, n] : numbers) sorted.emplace_back(n, name);
    std::sort(sorted.begin(), sorted.end());
    Json out = Json::object();
    for (const auto& [n, name] : sorted) out[name] = n;
    return out;
}

Abi::Numbers read_numbers(const Json& json) {
    Abi::Numbers out;
    for (const auto& [name, n] : json.items()) out[name] = n.get<std::uint64_t>();
    return out;
}

/// The least number that no name has, or ever had.
std::uint64_t next_free(const Abi::Numbers& numbers, std::uint64_t least) {
    std::uint64_t out = least;
    for (const auto& [name, n] : numbers) out = std::max(out, n + 1);
    return out;
}

/// Two names with one number.
std::optional<std::string> twice(const Abi::Numbers& numbers) {
    std::map<std::uint64_t, std::string> seen;
    for (const auto& [name, n] : numbers)
        if (const auto [at, fresh] = seen.emplace(n, name); !fresh) return fmt::format("`{}` and `{}` both have {}", at->second, name, n);
    return std::nullopt;
}

}  // namespace

std::string signature(const model::Model& m, const model::Call& call) {
    std::string out = "(";
    for (std::size_t i = 0; i < call.params.size(); ++i) out += (i ? ", " : "") + model::print(m, m[call.params[i]].type);
    out += call.actor ? ") by " + model::print(m, m[*call.actor].type) : ") by the kernel";
    for (std::size_t i = 0; i < call.results.size(); ++i) out += (i ? ", " : " gives ") + model::print(m, m[call.results[i]].type);
    return out;
}

std::string write_abi(const Abi& abi) {
    Json out;
    out["abi"] = lock_version;
    out["system"] = abi.system;
    Abi::Numbers numbers;
    for (const auto& [name, call] : abi.calls) numbers[name] = call.number;
    Json calls = Json::object();
    const Json sorted = in_order(numbers);
    for (const auto& [name, n] : sorted.items()) calls[name] = {{"number", n}, {"signature", abi.calls.at(name).signature}};
    out["calls"] = std::move(calls);
    out["errors"] = in_order(abi.errors);
    out["rights"] = in_order(abi.rights);
    Json enumerations = Json::object();
    for (const auto& [name, values] : abi.enumerations) enumerations[name] = in_order(values);
    out["enumerations"] = std::move(enumerations);
    return out.dump(2) + "\n";
}

std::optional<Abi> read_abi(std::string_view text, std::string& why) {
    try {
        const Json json = Json::parse(text);
        if (!json.is_object()) {
            why = "it is no JSON object";
            return std::nullopt;
        }
        if (json.at("abi").get<int>() != lock_version) {
            why = fmt::format("it is of version {}, and this is {}", json.at("abi").dump(), lock_version);
            return std::nullopt;
        }
        Abi out;
        out.system = json.at("system").get<std::string>();
        for (const auto& [name, call] : json.at("calls").items())
            out.calls[name] = {call.at("number").get<std::uint64_t>(), call.at("signature").get<std::string>()};
        out.errors = read_numbers(json.at("errors"));
        out.rights = read_numbers(json.at("rights"));
        for (const auto& [name, values] : json.at("enumerations").items()) out.enumerations[name] = read_numbers(values);
        Abi::Numbers calls;
        for (const auto& [name, call] : out.calls) calls[name] = call.number;
        for (const Abi::Numbers* numbers : {&calls, &out.errors}) {
            if (const auto problem = twice(*numbers)) {
                why = *problem;
                return std::nullopt;
            }
            for (const auto& [name, n] : *numbers) {
                if (n > most_number || (n == 0 && numbers == &out.errors)) {
                    why = fmt::format("`{}` cannot have the number {}", name, n);
                    return std::nullopt;
                }
            }
        }
        return out;
    } catch (const Json::parse_error& e) {
        why = fmt::format("it is no JSON from byte {} on", e.byte);
        return std::nullopt;
    } catch (const Json::exception& e) {
        // "[json.exception.out_of_range.403] key 'calls' not found"
        const std::string_view what = e.what();
        const std::size_t said = what.find("] ");
        why = fmt::format("it is not as it was written: {}", said == std::string_view::npos ? what : what.substr(said + 2));
        return std::nullopt;
    }
}

std::optional<Abi> number(const model::Model& m, const std::optional<Abi>& locked, std::vector<std::string>& why) {
    Abi out = locked.value_or(Abi{});
    if (locked && locked->system != m.name) why.push_back(fmt::format("it is of `{}`, and this is `{}`", locked->system, m.name));
    out.system = m.name;
    Abi::Numbers numbers;
    for (const auto& [name, call] : out.calls) numbers[name] = call.number;
    for (const model::Call& call : m.calls) {
        const std::string now = signature(m, call);
        const auto was = out.calls.find(call.name);
        if (was == out.calls.end()) {
            const std::uint64_t n = next_free(numbers, 0);
            if (n > most_number) {
                why.push_back(fmt::format("there is no number left for the call `{}`", call.name));
                continue;
            }
            numbers[call.name] = n;
            out.calls[call.name] = {n, now};
        } else if (was->second.signature != now) {
            why.push_back(fmt::format("the call `{}` would change from {} to {}: a call with other arguments needs another name", call.name,
                                      was->second.signature, now));
        }
    }
    for (const std::string& error : m.errors) {
        if (out.errors.contains(error)) continue;
        const std::uint64_t n = next_free(out.errors, 1);
        if (n > 0xff) why.push_back(fmt::format("there is no number left for the error `{}`", error));
        else out.errors[error] = n;
    }
    // Rights and names of enumerations are stored as the model numbers them.
    auto keep = [&](Abi::Numbers& was, const std::vector<std::string>& names, const std::string& what) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto [at, fresh] = was.emplace(names[i], i);
            if (!fresh && at->second != i) why.push_back(fmt::format("{} `{}` would change from {} to {}", what, names[i], at->second, i));
        }
        for (const auto& [name, n] : was)
            if (n < names.size() && names[n] != name && std::find(names.begin(), names.end(), name) == names.end())
                why.push_back(fmt::format("{} `{}` had {}, which `{}` would get", what, name, n, names[n]));
    };
    keep(out.rights, m.rights, "the right");
    for (const model::Enumeration& e : m.enumerations) keep(out.enumerations[e.name], e.names, fmt::format("of `{}`,", e.name));
    if (!why.empty()) return std::nullopt;
    return out;
}

}  // namespace fief::gen
