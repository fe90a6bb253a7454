// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/scancontent.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace tawasul {

namespace {

using Object = QPDFObjectHandle;
using namespace std::string_view_literals;

constexpr int kInvisible = 3;                 ///< the mode of text that recognition put there
constexpr long long kLargestContent = 65'536; ///< bytes, as they lie in the file: a scan needs some fifty
constexpr std::size_t kDeepest = 32;

// Marks for readers, and colours of what is not painted; text without showing any.
constexpr std::array kHarmless{"BT"sv, "ET"sv, "Tf"sv, "Td"sv, "TD"sv, "Tm"sv, "T*"sv, "Tc"sv,  "Tw"sv,
                               "Tz"sv, "TL"sv, "Ts"sv, "w"sv,  "J"sv,  "j"sv,  "M"sv,  "d"sv,   "i"sv,
                               "ri"sv, "g"sv,  "G"sv,  "rg"sv, "RG"sv, "k"sv,  "K"sv,  "BMC"sv, "EMC"sv};
constexpr std::array kShowingText{"Tj"sv, "TJ"sv, "'"sv, R"(")"sv};

template<class Names>
bool isOneOf(std::string_view name, const Names &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Follows the operators until one is more than an image.
class Follower final : public Object::ParserCallbacks
{
public:
    explicit Follower(const Object::Rectangle &box)
        : m_box(box)
    {
    }

    void handleObject(Object object, std::size_t /*offset*/, std::size_t /*length*/) override
    {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        if (!follow(object.getOperatorValue())) {
            m_image.reset();
            terminateParsing();
        }
        m_operands.clear();
    }
    void handleEOF() override { m_ended = true; }

    [[nodiscard]] std::optional<PaintedImage> image() const { return m_ended ? m_image : std::nullopt; }

private:
    struct State
    {
        QPDFMatrix matrix;
        int textMode = 0;
    };

    bool follow(std::string_view name)
    {
        if (isOneOf(name, kHarmless))
            return true;
        if (isOneOf(name, kShowingText))
            return m_state.textMode == kInvisible;
        if (name == "q"sv)
            return save();
        if (name == "Q"sv)
            return restore();
        if (name == "cm"sv)
            return concatenate();
        if (name == "Tr"sv)
            return setTextMode();
        if (name == "re"sv)
            return keepRectangle();
        if (name == "W"sv || name == "W*"sv || name == "n"sv)
            return m_isWholePage; // a clip, or the end of one, that cuts nothing off
        if (name == "Do"sv)
            return paint();
        return false;
    }

    bool save()
    {
        m_saved.push_back(m_state);
        return m_saved.size() <= kDeepest;
    }

    bool restore()
    {
        if (m_saved.empty())
            return false;
        m_state = m_saved.back();
        m_saved.pop_back();
        return true;
    }

    template<std::size_t Count>
    [[nodiscard]] std::optional<std::array<double, Count>> numbers()
    {
        std::array<double, Count> values{};
        if (m_operands.size() != Count)
            return {};
        for (std::size_t i = 0; i < Count; ++i) {
            if (!m_operands[i].isNumber())
                return {};
            values.at(i) = m_operands[i].getNumericValue();
        }
        return values;
    }

    bool concatenate()
    {
        const auto values = numbers<6>();
        if (!values)
            return false;
        const auto [a, b, c, d, e, f] = *values;
        m_state.matrix.concat(QPDFMatrix(a, b, c, d, e, f));
        return true;
    }

    bool setTextMode()
    {
        const auto values = numbers<1>();
        m_state.textMode = values ? int((*values)[0]) : 0;
        return values.has_value();
    }

    bool keepRectangle()
    {
        constexpr double kSlack = 0.5;
        const auto values = numbers<4>();
        if (!values)
            return false;
        const auto [x, y, width, height] = *values;
        const Object::Rectangle seen =
            m_state.matrix.transformRectangle(Object::Rectangle(x, y, x + width, y + height));
        m_isWholePage = m_state.matrix.b == 0 && m_state.matrix.c == 0 && seen.llx <= m_box.llx + kSlack
            && seen.lly <= m_box.lly + kSlack && seen.urx >= m_box.urx - kSlack
            && seen.ury >= m_box.ury - kSlack;
        return m_isWholePage;
    }

    bool paint()
    {
        if (m_image || m_operands.size() != 1 || !m_operands[0].isName())
            return false;
        m_image = PaintedImage{m_operands[0].getName(), m_state.matrix};
        return true;
    }

    Object::Rectangle m_box;
    std::vector<Object> m_operands;
    std::vector<State> m_saved;
    State m_state;
    std::optional<PaintedImage> m_image;
    bool m_isWholePage = false; ///< the latest rectangle
    bool m_ended = false;
};

bool isShort(Object contents)
{
    long long bytes = 0;
    const auto add = [&bytes](Object stream) {
        Object length = stream.isStream() ? stream.getDict().getKey("/Length") : Object::newNull();
        bytes += length.isInteger() ? std::clamp(length.getIntValue(), 0LL, kLargestContent + 1)
                                    : kLargestContent + 1;
    };
    if (contents.isArray()) {
        if (contents.getArrayNItems() > int(kDeepest))
            return false;
        for (const Object &each : contents.getArrayAsVector())
            add(each);
    } else {
        add(contents);
    }
    return bytes <= kLargestContent;
}

} // namespace

std::optional<PaintedImage> onlyImageOf(Object page, const Object::Rectangle &box)
{
    if (!isShort(page.getKey("/Contents")))
        return {};
    Follower follower(box);
    page.parsePageContents(&follower);
    return follower.image();
}

} // namespace tawasul
