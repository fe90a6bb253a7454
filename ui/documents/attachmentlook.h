// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/domain/case.h"
#include "ui/theme/icon.h"

namespace tawasul {

/// An attachment as it may be shown: its name is untrusted text.
struct AttachmentLook
{
    QString name;      ///< isolated, without the controls that could turn it around; never empty
    QString extension; ///< the real one, upper case, as the last characters of the file's name; may be empty
    bool deceptive = false; ///< the name held direction marks, or its extension contradicts the declared type
    Icon icon = Icon::File;
};

[[nodiscard]] AttachmentLook attachmentLook(const Attachment &attachment);

} // namespace tawasul
