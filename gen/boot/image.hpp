#pragma once
// A state as the bytes of the generated `Tables`: little-endian, and laid out as C++ lays it out. What is assumed of the layout here is
// asserted of it in the generated code.

#include "gen/program.hpp"

#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace fief::gen {

/// Where everything lies, in bytes.
struct ImageLayout {
    struct Column {
        std::uint64_t offset = 0;  ///< in the record
        unsigned width = 0;        ///< 1, 2, 4 or 8
        bool reference = false;    ///< all ones is `none`
    };
    struct Table {
        std::uint64_t offset = 0;  ///< of record 0 in `Tables`
        std::uint64_t stride = 0;  ///< sizeof a record
        std::uint64_t records = 0;
        std::vector<Column> columns;  ///< as in the Program
    };
    std::vector<Table> tables;
    std::uint64_t size = 0;       ///< sizeof(Tables)
    std::uint64_t alignment = 1;  ///< alignof(Tables)
};

[[nodiscard]] ImageLayout image_layout(const model::Model& model, const Program& program);

/// A column of all records, ready to be read and written.
struct ImageColumn {
    std::uint64_t base = 0, stride = 0, records = 0;
    unsigned width = 0;
    bool reference = false;
};

struct Image {
    ImageLayout layout;
    std::string bytes;

    [[nodiscard]] ImageColumn column(Place place) const {
        const ImageLayout::Table& t = layout.tables[place.table];
        const ImageLayout::Column& c = t.columns[place.column];
        return {t.offset + c.offset, t.stride, t.records, c.width, c.reference};
    }
    /// The record is one of the table's.
    [[nodiscard]] Value load(const ImageColumn& c, std::uint64_t record) const {
        const char* from = bytes.data() + c.base + record * c.stride;
        switch (c.width) {
            case 1: return read<std::uint8_t>(from, c.reference);
            case 2: return read<std::uint16_t>(from, c.reference);
            case 4: return read<std::uint32_t>(from, c.reference);
            default: return read<std::uint64_t>(from, c.reference);
        }
    }
    void store(const ImageColumn& c, std::uint64_t record, Value value) {
        static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the image has the bytes of this machine");
        std::memcpy(bytes.data() + c.base + record * c.stride, &value, c.width);
    }

private:
    template <class Number>
    [[nodiscard]] static Value read(const char* from, bool reference) {
        Number n = 0;
        std::memcpy(&n, from, sizeof n);
        return reference && n == static_cast<Number>(~Number{0}) ? model::none : static_cast<Value>(n);
    }
};

/// The most bytes of `Tables` for which the state at boot is made as data.
inline constexpr std::uint64_t most_image_bytes = std::uint64_t{1} << 29;

/// What the generated `boot(Tables&)` makes, padding zero: the spec's records by the same functions in the same order.
[[nodiscard]] Image boot_image(const model::Model& model, const Program& program);

}  // namespace fief::gen
