#include "gen/print/dispatch.hpp"

#include "gen/lower/shape.hpp"
#include "gen/names.hpp"
#include "model/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace fief::gen {
namespace {

using model::VarId;

class Dispatch {
public:
    Dispatch(Writer& out, const model::Model& m, const Program& p, const Printer& print, const Abi& abi)
        : out_(out), m_(m), p_(p), print_(print), abi_(abi) {
        for (std::size_t c = 0; c < m.calls.size(); ++c) order_.push_back(c);
        std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return number(a) < number(b); });
        for (const model::Call& call : m.calls) {
            arguments_ = std::max(arguments_, call.params.size());
            results_ = std::max(results_, call.results.size());
        }
    }

    void run() {
        numbers();
        table();
        conversions();
        dispatch();
    }

private:
    Writer& out_;
    const model::Model& m_;
    const Program& p_;
    const Printer& print_;
    const Abi& abi_;
    std::vector<std::size_t> order_;  ///< calls by number
    std::size_t arguments_ = 1, results_ = 1;

    [[nodiscard]] std::uint64_t number(std::size_t call) const { return abi_.calls.at(m_.calls[call].name).number; }

    void numbers() {
        out_.line("/// The numbers of the calls. They are kept in the lock file from one generation to the next.");
        out_.open("enum class CallNumber : std::uint16_t {");
        for (std::size_t c : order_) out_.line(fmt::format("{} = {},", identifier(m_.calls[c].name), number(c)));
        out_.close("};");
        out_.line(fmt::format("inline constexpr std::size_t max_arguments = {};", arguments_));
        out_.line(fmt::format("inline constexpr std::size_t max_results = {};", results_));
    }

    /// What a register may hold for it: the least and the largest number.
    [[nodiscard]] std::string description(VarId v) const {
        const model::Type& t = m_[v].type;
        using K = model::Type::Kind;
        std::string kind;
        std::uint64_t least = 0, most = 0;
        switch (t.kind) {
            case K::reference:
                kind = t.optional ? "record_or_none" : "record";
                most = p_.tables[t.table.value].records - 1;
                break;
            case K::slot:
                kind = "slot";
                most = p_.tables[t.table.value].keys[t.key].size - 1;
                break;
            case K::rights:
                kind = "rights";
                most = m_[t.table].rights;
                break;
            case K::boolean:
                kind = "boolean";
                most = 1;
                break;
            case K::enumeration:
                kind = "enumeration";
                most = m_[t.enumeration].names.size() - 1;
                break;
            case K::integer:
                kind = "number";
                least = static_cast<std::uint64_t>(t.lo), most = static_cast<std::uint64_t>(t.hi);
                break;
            case K::instant:
            case K::duration:
                kind = "time";
                most = static_cast<std::uint64_t>(model::max_number);
                break;
        }
        return fmt::format("{{\"{}\", \"{}\", ArgumentKind::{}, {}U, {}U}}", m_[v].name, model::print(m_, t), kind, least, most);
    }

    void table() {
        out_.line();
        out_.line("enum class ArgumentKind : std::uint8_t { record, record_or_none, slot, rights, boolean, enumeration, number, time };");
        out_.line();
        out_.line(
            "/// An argument or a result, as a register holds it: records and slots by number, `none` as all ones, rights as their bits.");
        out_.open("struct Argument {");
        out_.line("const char* name;");
        out_.line("const char* type;  // as in the spec");
        out_.line("ArgumentKind kind;");
        out_.line("std::uint64_t least, most;  // rights: all of them; numbers may be signed");
        out_.close("};");
        out_.line();
        out_.open("struct CallInfo {");
        out_.line("const char* name;");
        out_.line("CallNumber number;");
        out_.line("bool by_kernel;  // not for callers to make");
        out_.line("std::uint8_t arguments, results;");
        out_.line("Argument argument[max_arguments], result[max_results];");
        out_.close("};");
        out_.line();
        out_.line("/// Every call, by number.");
        out_.open(fmt::format("inline constexpr CallInfo call_table[{}] = {{", std::max<std::size_t>(order_.size(), 1)));
        for (std::size_t c : order_) {
            const model::Call& call = m_.calls[c];
            auto list = [&](const std::vector<VarId>& vars) {
                std::vector<std::string> parts;
                for (VarId v : vars) parts.push_back(description(v));
                return fmt::format("{{{}}}", fmt::join(parts, ", "));
            };
            out_.line(fmt::format("{{\"{}\", CallNumber::{}, {}, {}, {},", call.name, identifier(call.name), !call.actor,
                                  call.params.size(), call.results.size()));
            out_.line(fmt::format(" {}, {}}},", list(call.params), list(call.results)));
        }
        out_.close("};");
        out_.line();
        out_.line("[[nodiscard]] constexpr const char* name_of(CallNumber c) noexcept {");
        out_.line("    for (const CallInfo& call : call_table)");
        out_.line("        if (call.number == c && call.name) return call.name;");
        out_.line("    return \"?\";");
        out_.line("}");
    }

    [[nodiscard]] std::string type(VarId v) const { return print_.type(type_of(m_[v].type)); }

    /// The condition under which register `raw` is no value of the type.
    [[nodiscard]] std::string refused(const model::Type& t, const std::string& raw) const {
        using K = model::Type::Kind;
        switch (t.kind) {
            case K::reference: {
                const std::string bound = fmt::format("{} >= {}_count", raw, p_.tables[t.table.value].name);
                return t.optional ? fmt::format("({} && {} != no_record)", bound, raw) : bound;
            }
            case K::slot: return fmt::format("{} >= {}", raw, p_.tables[t.table.value].keys[t.key].size);
            case K::rights: return fmt::format("({} & ~std::uint64_t{{all_{}_rights.bits}}) != 0", raw, p_.tables[t.table.value].name);
            case K::boolean: return raw + " > 1";
            case K::enumeration: return fmt::format("{} >= {}", raw, m_[t.enumeration].names.size());
            case K::integer: {
                const std::string number = t.lo < 0 ? fmt::format("static_cast<std::int64_t>({})", raw) : raw;
                if (t.lo == 0) return fmt::format("{} > {}U", number, t.hi);
                return fmt::format("({0} < {1} || {0} > {2})", number, t.lo, t.hi);
            }
            case K::instant:
            case K::duration: return raw + " > last_time";
        }
        return {};
    }
    /// The register as a value of the type; it is one.
    [[nodiscard]] std::string accepted(const model::Type& t, const std::string& raw) const {
        using K = model::Type::Kind;
        const std::string name = print_.type(type_of(t));
        switch (t.kind) {
            case K::reference:
            case K::slot: return fmt::format("{}::at({})", name, raw);
            case K::rights: return fmt::format("Rights{{static_cast<decltype(Rights::bits)>({})}}", raw);
            case K::boolean: return raw + " != 0";
            case K::instant:
            case K::duration: return raw;
            case K::enumeration:
            case K::integer: return fmt::format("static_cast<{}>({})", name, raw);
        }
        return {};
    }
    [[nodiscard]] std::string returned(const model::Type& t, const std::string& value) const {
        using K = model::Type::Kind;
        switch (t.kind) {
            case K::reference:
                return t.optional ? fmt::format("{0} == {1} ? no_record : std::uint64_t{{{0}.n}}", value, print_.nowhere(t.table.value))
                                  : value + ".n";
            case K::slot: return value + ".n";
            case K::rights: return value + ".bits";
            case K::boolean: return value + " ? 1 : 0";
            case K::instant:
            case K::duration: return value;
            case K::enumeration:
            case K::integer: return fmt::format("static_cast<std::uint64_t>({})", value);
        }
        return {};
    }

    void conversions() {
        out_.line();
        out_.line("/// `none`, in a register.");
        out_.line("inline constexpr std::uint64_t no_record = ~std::uint64_t{0};");
        out_.line("/// The error of a number that is no call, or one of the kernel's own.");
        out_.line("inline constexpr std::uint64_t no_such_call = ~std::uint64_t{0};");
        out_.line();
        out_.line("/// What goes back to the caller: an Error's number or no_such_call, and the call's results when it is 0.");
        out_.open("struct Reply {");
        out_.line("std::uint64_t error;");
        out_.line("std::uint64_t results[max_results];");
        out_.close("};");
        out_.line();
    }

    void dispatch() {
        std::vector<std::string> actors;
        for (const model::Call& call : m_.calls) {
            if (!call.actor) continue;
            const std::string of = type(*call.actor);
            if (std::find(actors.begin(), actors.end(), of) == actors.end()) actors.push_back(of);
        }
        // Callers of several kinds have an entry each.
        for (const std::string& actor : actors) {
            out_.line(
                "/// A trap: the caller is who the kernel knows it to be, the number and the arguments are what it says. A number becomes "
                "a");
            out_.line("/// record, a slot or a value only here, when it is one; whether the record is live is the call's to ask.");
            out_.line("template <Host H>");
            out_.line(fmt::format("[[nodiscard]] Reply dispatch(Kernel<H>& kernel, {} caller, std::uint64_t number,", actor));
            out_.open("                             [[maybe_unused]] const std::uint64_t (&raw)[max_arguments]) noexcept {");
            out_.line("[[maybe_unused]] constexpr Reply refused{static_cast<std::uint64_t>(Error::bad_argument), {}};");
            out_.line("Reply reply{no_such_call, {}};");
            out_.line("switch (number) {");
            for (std::size_t c : order_) one(m_.calls[c], c, actor);
            out_.line("    default: break;");
            out_.line("}");
            out_.line("return reply;");
            out_.close();
        }
    }

    void one(const model::Call& call, std::size_t c, const std::string& actor) {
        if (!call.actor || type(*call.actor) != actor) return;
        out_.line(fmt::format("    case {}: {{  // {}", number(c), call.name));
        Writer body;
        std::vector<std::string> wrong, args{"caller"};
        for (std::size_t i = 0; i < call.params.size(); ++i) {
            const std::string raw = fmt::format("raw[{}]", i);
            if (const std::string test = refused(m_[call.params[i]].type, raw); !test.empty()) wrong.push_back(test);
            args.push_back(accepted(m_[call.params[i]].type, raw));
        }
        if (!wrong.empty()) out_.line(fmt::format("        if ({}) return refused;", fmt::join(wrong, " || ")));
        for (std::size_t i = 0; i < call.results.size(); ++i) {
            out_.line(fmt::format("        {} result{}{{}};", type(call.results[i]), i));
            args.push_back(fmt::format("result{}", i));
        }
        out_.line(
            fmt::format("        reply.error = static_cast<std::uint64_t>(kernel.{}({}));", identifier(call.name), fmt::join(args, ", ")));
        for (std::size_t i = 0; i < call.results.size(); ++i)
            out_.line(fmt::format("        if (reply.error == 0) reply.results[{}] = {};", i,
                                  returned(m_[call.results[i]].type, fmt::format("result{}", i))));
        out_.line("        break;");
        out_.line("    }");
    }
};

}  // namespace

void print_dispatch(Writer& out, const model::Model& model, const Program& program, const Printer& printer, const Abi& abi) {
    Dispatch(out, model, program, printer, abi).run();
}

}  // namespace fief::gen
