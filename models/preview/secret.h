// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <memory>

namespace tawasul {

/// A password on its way to a worker: never printed, compared or copied, and overwritten at its end.
class Secret
{
public:
    /// Takes the text, which is overwritten where nobody else holds it.
    [[nodiscard]] static std::shared_ptr<const Secret> of(QString text);

    explicit Secret(QByteArray utf8);
    ~Secret();
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    [[nodiscard]] const QByteArray &utf8() const { return m_utf8; }

private:
    QByteArray m_utf8;
};

} // namespace tawasul
