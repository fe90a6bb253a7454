// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include "models/domain/case.h"
#include "ui/theme/icon.h"

namespace tawasul {

/// An attachment as it may be shown: its name is untrusted text.
struct AttachmentLook
{
    QString name;       ///< isolated; what would turn it around stands in it as a mark, [RLO]; never empty
    QString spoken;     ///< the name for a screen reader: without marks and controls
    QString extension;  ///< the real one, upper case, as the last characters of the file's name; may be empty
    QStringList tricks; ///< a sentence for each thing about the name that may deceive
    QStringList brief;  ///< the same in two or three words each
    bool deceptive = false; ///< there are such things
    Icon icon = Icon::File;

    /// All that is to be said about the name, as one paragraph.
    [[nodiscard]] QString warning() const { return tricks.join(u' '); }
};

/// `content`: the type found in the content, a word such as "PDF"; empty while nobody has looked.
[[nodiscard]] AttachmentLook attachmentLook(const Attachment &attachment, const QString &content = {});

} // namespace tawasul
