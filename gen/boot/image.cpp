#include "gen/boot/image.hpp"

#include "gen/boot/evaluate.hpp"
#include "gen/lower/shape.hpp"
#include "model/state.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace fief::gen {
namespace {

std::uint64_t aligned(std::uint64_t offset, std::uint64_t to) { return (offset + to - 1) / to * to; }

/// The value that a column has before there is anything.
Value first(const Type& type) { return type.kind == Type::Kind::record ? model::none : std::max<Value>(type.lo, 0); }

class BootMaker {
public:
    BootMaker(const model::Model& m, const Program& p, Image& image) : m_(m), p_(p), image_(image), evaluator_(p, image) {}

    void run() {
        for (std::uint32_t t = 0; t < p_.tables.size(); ++t) clear(t);
        std::vector<std::vector<bool>> given(m_.tables.size());
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            if (m_.tables[t].always_live) given[t].resize(p_.tables[t].records);
        for (const model::BootRecord& b : m_.boot)
            if (auto& of = given[b.table.value]; !of.empty()) of[number(b)] = true;
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t)
            for (std::uint64_t x = 0; x < given[t].size(); ++x)
                if (!given[t][x]) make(t, x, nullptr);
        for (const model::BootRecord& b : m_.boot) make(b.table.value, number(b), &b.values);
        for (std::uint32_t t = 0; t < m_.tables.size(); ++t) release(t);
    }

private:
    const model::Model& m_;
    const Program& p_;
    Image& image_;
    Evaluator evaluator_;
    std::vector<Value> args_;

    void clear(std::uint32_t t) {
        const ImageLayout::Table& table = image_.layout.tables[t];
        for (std::uint32_t c = 0; c < p_.tables[t].columns.size(); ++c)
            image_.store(image_.column({t, c}), 0, first(p_.tables[t].columns[c].type));
        for (std::uint64_t x = 1; x < table.records; ++x)
            std::memcpy(image_.bytes.data() + table.offset + x * table.stride, image_.bytes.data() + table.offset, table.stride);
    }

    [[nodiscard]] std::uint64_t number(const model::BootRecord& b) const {
        std::uint64_t out = 0;
        for (std::size_t k = 0; k < b.keys.size(); ++k)
            out = out * p_.tables[b.table.value].keys[k].size + static_cast<std::uint64_t>(b.keys[k]);
        return out;
    }

    void make(std::uint32_t t, std::uint64_t x, const std::vector<std::optional<Value>>* given) {
        args_.assign(1, static_cast<Value>(x));
        const Making& making = p_.making[t];
        for (const Making::Field& f : making.fields) {
            const bool said = given && f.field < given->size() && (*given)[f.field];
            args_.push_back(said ? *(*given)[f.field] : model::first_value(m_.tables[t].fields[f.field].type));
            if (f.weak) args_.push_back(0);
        }
        static_cast<void>(evaluator_.run(making.make, args_));
    }

    /// What is left over is free, the lowest first.
    void release(std::uint32_t t) {
        const auto& release = p_.making[t].release;
        if (!release) return;
        const auto live = std::find_if(p_.tables[t].columns.begin(), p_.tables[t].columns.end(),
                                       [](const Column& c) { return c.purpose == Column::Purpose::live; });
        assert(live != p_.tables[t].columns.end() && "free lists are of records that come and go");
        const std::uint64_t rows = p_.tables[t].keys[0].size;
        const ImageColumn lives = image_.column({t, static_cast<std::uint32_t>(live - p_.tables[t].columns.begin())});
        for (std::uint64_t x = p_.tables[t].records; x-- > 0;) {
            if (image_.load(lives, x) != 0) continue;
            args_.assign(1, static_cast<Value>(x));
            // The record that its first key names.
            if (p_.functions[*release].params.size() > 1) args_.push_back(static_cast<Value>(x / (p_.tables[t].records / rows)));
            static_cast<void>(evaluator_.run(*release, args_));
        }
    }
};

}  // namespace

ImageLayout image_layout(const model::Model& m, const Program& p) {
    ImageLayout out;
    for (const Table& table : p.tables) {
        ImageLayout::Table t;
        t.records = table.records;
        t.columns.resize(table.columns.size());
        std::uint64_t at = 0, alignment = 1;
        for (const std::uint32_t c : table.order) {
            const Type& type = table.columns[c].type;
            const unsigned width = bytes_of(m, p.tables, type);
            const unsigned even = table.columns[c].paired ? 2 : width;
            at = aligned(at, even);
            t.columns[c] = {at, width, type.kind == Type::Kind::record};
            at += width;
            alignment = std::max<std::uint64_t>(alignment, even);
        }
        t.stride = aligned(std::max<std::uint64_t>(at, 1), alignment);
        t.offset = aligned(out.size, alignment);
        out.size = t.offset + t.stride * t.records;
        out.alignment = std::max(out.alignment, alignment);
        out.tables.push_back(std::move(t));
    }
    out.size = aligned(std::max<std::uint64_t>(out.size, 1), out.alignment);
    return out;
}

Image boot_image(const model::Model& m, const Program& p) {
    Image image;
    image.layout = image_layout(m, p);
    image.bytes.assign(image.layout.size, '\0');
    BootMaker(m, p, image).run();
    return image;
}

}  // namespace fief::gen
