// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/collation.h"

#include <unicode/ucol.h>

namespace tawasul {

/// The opened collator; C interface, because it compares UTF-16 in place.
class NameOrder::Rules
{
public:
    Rules()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_collator = ucol_open("ar_SA", &status);
        ucol_setAttribute(m_collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
        Q_ASSERT(U_SUCCESS(status)); // the root rules are compiled into ICU's data library
    }
    ~Rules() { ucol_close(m_collator); }
    Q_DISABLE_COPY_MOVE(Rules)

    [[nodiscard]] const UCollator *collator() const { return m_collator; }

private:
    UCollator *m_collator = nullptr;
};

NameOrder::NameOrder()
    : m_rules(std::make_unique<Rules>())
{}

NameOrder::~NameOrder() = default;
NameOrder::NameOrder(NameOrder &&) noexcept = default;
NameOrder &NameOrder::operator=(NameOrder &&) noexcept = default;

int NameOrder::compare(QStringView left, QStringView right) const
{
    return ucol_strcoll(m_rules->collator(), left.utf16(), static_cast<int32_t>(left.size()), right.utf16(),
                        static_cast<int32_t>(right.size()));
}

QByteArray NameOrder::sortKey(QStringView text) const
{
    QByteArray key(4 * text.size() + 16, Qt::Uninitialized);
    for (;;) {
        const int32_t needed =
            ucol_getSortKey(m_rules->collator(), text.utf16(), static_cast<int32_t>(text.size()),
                            reinterpret_cast<uint8_t *>(key.data()), static_cast<int32_t>(key.size()));
        const bool fits = needed <= key.size();
        key.resize(needed > 0 && fits ? needed - 1
                                      : needed); // ICU counts a closing zero byte, which orders nothing
        if (fits)
            return key;
    }
}

} // namespace tawasul
