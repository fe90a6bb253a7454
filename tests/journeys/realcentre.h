// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpserver.h"
#include "app/central/service/centreservice.h"
#include "tests/central/testcentre.h"

#include <QtCore/QTimer>
#include <QtCore/QUrl>

namespace tawasul {

/// The real centre behind a real socket: register, routes and server, all but the process. It can be stopped
/// and started again on the same port, with what it had on its disk.
class RealCentre
{
public:
    RealCentre();
    ~RealCentre();

    void start();
    void stop();
    [[nodiscard]] QUrl address() const;
    [[nodiscard]] QString folder() const { return m_register.folder(); }
    /// What the program does each second, for those who listen; and how many they are.
    void look() { m_service->lookForListeners(); }
    [[nodiscard]] int listeners() const { return m_service->events().listeners(); }
    /// Somebody else's act, while it runs.
    void act(const Actor &person, const Act &act);
    /// An access token for somebody, as if their password had been right.
    [[nodiscard]] QByteArray token(const Actor &person);

    // While it is stopped: the register has one writer.
    void take(const Case &theCase);
    void take(const std::vector<Case> &cases);
    /// Somebody's act that takes effect.
    void act(const Act &act);
    /// Somebody without a desk acts on the case as it is.
    void act(ActType type, const Actor &actor, const CaseId &id);
    [[nodiscard]] Case caseOf(const CaseId &id);
    /// Who opened which case that was no work of theirs: a line "person number" for each time.
    [[nodiscard]] QStringList openings();
    void backUp();
    /// Puts the backup back in the place of what there is, but for what lies beside the register; and begins
    /// a new epoch, or forgets to.
    enum class Epoch { IsGiven, IsForgotten };
    void restore(Epoch epoch = Epoch::IsGiven);
    /// Newer reference data: the sample under that name.
    void publish(const QString &version);
    [[nodiscard]] QString keepAttachment(const QByteArray &bytes); ///< its SHA-256

private:
    TestCentre m_register{true};
    QTemporaryDir m_backup;
    quint16 m_port = 0;
    HttpRouter m_router;
    std::unique_ptr<CentreService> m_service;
    std::unique_ptr<HttpServer> m_server;
    QTimer m_looking;
};

} // namespace tawasul
