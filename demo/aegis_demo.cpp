// Two library operating systems on Aegis' generated tables. One gives back what it is asked for; the other keeps it, until it is taken.
// Then somebody tries what must not work. After every call: what it came to, what the kernel told whom, what was taken by force and not yet
// acknowledged, and whether every property that one state shows still holds.

#include "aegis_check.hpp"

#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace aegis;

std::string name(EnvId e) { return "os" + std::to_string(e.n); }
std::string name(CapId c) { return "cap" + std::to_string(c.n); }
std::string name(PageId p) { return "page" + std::to_string(p.n); }

/// The kernel around the tables: a clock that the story sets, and a console.
struct Machine {
    Time clock = 0;
    std::vector<std::string> told;

    [[nodiscard]] Time now() const { return clock; }
    void reclaim(EnvId e, PageId p) { told.push_back("to " + name(e) + ": please return " + name(p)); }
    void urgent(EnvId e, PageId p) { told.push_back("to " + name(e) + ": return " + name(p) + " now"); }
    void repossessed(EnvId e, PageId p) { told.push_back("to " + name(e) + ": " + name(p) + " was repossessed"); }
    void contents(PageId p) { told.push_back("the kernel saves the contents of " + name(p)); }
};

Tables tables;
Machine machine;
Kernel<Machine> kernel{tables, machine};
bool as_expected = true;

std::string repossession_vectors() {
    std::string out;
    for (std::uint32_t i = 0; i < lost_count; ++i)
        if (tables.lost[i].live)
            out += (out.empty() ? "" : ", ") + name(EnvId::at(i / (lost_count / env_count))) + " lost " + name(tables.lost[i].page);
    return out.empty() ? "empty" : out;
}

void scene(const char* text) { std::printf("\n%s\n", text); }

void tell(const std::string& call, Error got, Error expected = Error::ok) {
    std::printf("  %6llu us  %-36s %s\n", static_cast<unsigned long long>(machine.clock), call.c_str(), name_of(got));
    for (const std::string& line : machine.told) std::printf("%-12s %s\n", "", line.c_str());
    machine.told.clear();
    const Violation broken = check(tables);
    std::printf("%-12s repossession vectors: %s; %s%s\n", "", repossession_vectors().c_str(), broken ? "BROKEN: " : "every property holds",
                broken ? broken.property : "");
    as_expected = as_expected && got == expected && !broken;
}

void question(const std::string& text, bool got, bool expected) {
    std::printf("  %6llu us  %-36s %s\n", static_cast<unsigned long long>(machine.clock), text.c_str(), got ? "yes" : "no");
    as_expected = as_expected && got == expected;
}

}  // namespace

int main() {
    boot(tables);
    EnvId kind{}, greedy{};
    CapId frame{}, shared{}, other{}, none{};
    const PageId page7 = PageId::at(7), page9 = PageId::at(9);
    const PteSlot slot3 = PteSlot::at(3);

    scene("Two library operating systems start; each asks for a frame by its physical name.");
    tell("spawn()", kernel.spawn(kind));
    tell("spawn()", kernel.spawn(greedy));
    tell("alloc(page7) by os0", kernel.alloc(kind, page7, frame));
    tell("alloc(page9) by os1", kernel.alloc(greedy, page9, other));

    scene("os0 shares its frame with os1, for reading. Both map it.");
    tell("share(" + name(frame) + ", os1, {read}) by os0", kernel.share(kind, frame, greedy, read_right, shared));
    tell("map(3, " + name(frame) + ", {read, write}) by os0", kernel.map(kind, slot3, frame, all_pte_rights));
    tell("map(3, " + name(shared) + ", {read}) by os1", kernel.map(greedy, slot3, shared, read_right));
    question("os1 reads through entry 3?", kernel.access(greedy, slot3, read_right), true);
    question("os1 writes through entry 3?", kernel.access(greedy, slot3, write_right), false);

    scene("The kernel wants page7 back. os0 complies, and os1's mapping goes with the frame.");
    tell("ask(page7)", kernel.ask(page7));
    machine.clock = 400;
    tell("free(page7) by os0", kernel.free(kind, page7));
    question("os1 reads through entry 3?", kernel.access(greedy, slot3, read_right), false);

    scene("The kernel wants page9 back. os1 does not answer: asked, warned, repossessed.");
    tell("map(3, " + name(other) + ", {read, write}) by os1", kernel.map(greedy, slot3, other, all_pte_rights));
    tell("ask(page9)", kernel.ask(page9));
    machine.clock = 1000;
    tell("warn(page9)", kernel.warn(page9), Error::too_early);
    machine.clock = 1401;
    tell("warn(page9)", kernel.warn(page9));
    machine.clock = 1440;
    tell("seize(page9)", kernel.seize(page9), Error::too_early);
    machine.clock = 1452;
    tell("seize(page9)", kernel.seize(page9));
    question("os1 reads through entry 3?", kernel.access(greedy, slot3, read_right), false);
    tell("acknowledge(0) by os1", kernel.acknowledge(greedy, LostSlot::at(0)));

    scene("os1 tries what must not work.");
    tell("share(" + name(other) + ", os1, all) by os1", kernel.share(greedy, other, greedy, all_cap_rights, none), Error::bad_argument);
    tell("alloc(page7) by os0", kernel.alloc(kind, page7, frame));
    tell("share(" + name(frame) + ", os1, {read}) by os0", kernel.share(kind, frame, greedy, read_right, shared));
    tell("map(5, " + name(shared) + ", {read, write}) by os1", kernel.map(greedy, PteSlot::at(5), shared, all_pte_rights), Error::no_right);
    tell("share(" + name(shared) + ", os1, all) by os1", kernel.share(greedy, shared, greedy, all_cap_rights, none), Error::no_right);
    tell("free(page7) by os1", kernel.free(greedy, page7), Error::not_owner);
    tell("map(65535, " + name(shared) + ", {read}) by os1", kernel.map(greedy, PteSlot::at(65535), shared, read_right),
         Error::bad_argument);
    tell("revoke(" + name(frame) + ") by os0", kernel.revoke(kind, frame));
    tell("map(5, " + name(shared) + ", {read}) by os1", kernel.map(greedy, PteSlot::at(5), shared, read_right), Error::bad_argument);

    scene("Both end; nothing of theirs is left.");
    tell("exit() by os1", kernel.exit(greedy));
    tell("exit() by os0", kernel.exit(kind));

    std::printf("\n%s\n", as_expected ? "Everything came out as the story says." : "NOT as the story says.");
    return as_expected ? 0 : 1;
}
