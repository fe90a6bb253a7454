// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preview/descriptor.h"
#include "models/preview/previewjob.h"

#include <mutex>
#include <variant>
#include <vector>

namespace tawasul {

/// What the GUI thread asks of the preview thread, and the bell that wakes the latter.
class PreviewMail
{
public:
    struct Ask
    {
        PreviewJob job;
    };
    struct Cancel
    {
        quint64 id = 0;
    };
    struct Forget
    {
        QString sha256;
    };
    struct Retry
    {
        QString sha256;
        int page = 0;
    };
    struct Shown
    {
        QString sha256;
    };
    struct ForgetAll
    {};
    using Letter = std::variant<Ask, Cancel, Forget, ForgetAll, Shown, Retry>;

    PreviewMail();

    /// Any thread.
    void post(Letter letter);
    void stop();

    // The preview thread.
    [[nodiscard]] int bell() const { return m_bell.number(); } ///< readable when there is mail
    [[nodiscard]] std::vector<Letter> take();
    [[nodiscard]] bool isStopped();

private:
    void ring() const;

    Descriptor m_bell;
    std::mutex m_mutex;
    std::vector<Letter> m_letters;
    bool m_stopped = false;
};

} // namespace tawasul
