// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QString>

#include <memory>

namespace tawasul {

/// A downloaded part on its way to being the file: verified against its name a slice at a time, so that a
/// thread with other things to do is never held up for longer than one. Whatever was looked at is on the disk
/// by then, so that nothing is left to wait for at the end. One thread, and nobody else writes this part
/// meanwhile.
class AttachmentCheck
{
public:
    /// Of the part HASH.part in that folder; a name that is no SHA-256 is found out by goOn().
    AttachmentCheck(const QString &folder, QString sha256);
    AttachmentCheck(AttachmentCheck &&) noexcept;
    AttachmentCheck &operator=(AttachmentCheck &&) noexcept;
    ~AttachmentCheck();

    /// The next slice, a megabyte. True: that was the last, and the part is the file now. Errors end it:
    /// Corrupt, attachment.wrong_hash (the part is deleted, a download starts from nothing); Invalid,
    /// attachment.name; Storage.
    [[nodiscard]] Result<bool> goOn();

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul
