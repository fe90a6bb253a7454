// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/securitystatus.h"

#include <QtCore/QCoreApplication>

namespace tawasul {

namespace {

struct SecurityWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::SecurityWords)
};

} // namespace

std::vector<SecurityLine> securityLines(const SecurityStatus &status)
{
    const auto line = [](const QString &what, bool isReached) {
        return SecurityLine{what,
                            isReached ? SecurityWords::tr("In force", "a protection")
                                      : SecurityWords::tr("Not available", "a protection"),
                            isReached};
    };
    return {
        line(SecurityWords::tr("Limits of time, memory and size"), status.limits),
        line(SecurityWords::tr("No gain of privileges"), status.noNewPrivileges),
        line(SecurityWords::tr("Only the system calls that showing a page takes"), status.calls),
        line(SecurityWords::tr("No file of the device but fonts"), status.files),
        line(SecurityWords::tr("No name of a file of the device"), status.names),
        line(SecurityWords::tr("No network of the device"), status.namespaces),
    };
}

QString securitySentence(const SecurityStatus &status)
{
    // Without these three nothing is opened at all; what files and network are, the calls forbid as well.
    if (!status.limits || !status.noNewPrivileges || !status.calls)
        return SecurityWords::tr(
            "Attachments cannot be opened in isolation on this device, so none is opened.");
    if (!status.files || !status.namespaces || !status.names)
        return SecurityWords::tr(
            "Attachments are opened in isolation from the program. This device lacks an additional "
            "layer; technical support can enable it.");
    return SecurityWords::tr("Attachments are opened in isolation from the program and the device.");
}

} // namespace tawasul
