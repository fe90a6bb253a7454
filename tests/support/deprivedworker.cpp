// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Becomes a worker on a poorer machine: what its own name says is missing there (without-seccomp,
// without-landlock, without-namespaces, without-mounts in them), or as whom it runs (as-nobody); with
// "preview" in the name it becomes tawasul-preview, with any other the escapist.
#include <cerrno>
#include <grp.h>
#include <seccomp.h>
#include <string>
#include <sys/prctl.h>
#include <unistd.h>

namespace {

constexpr int kCannot = 2;
constexpr uid_t kNobody = 65534;

bool becomeNobody()
{
    return ::setgroups(0, nullptr) == 0 && ::setresgid(kNobody, kNobody, kNobody) == 0
        && ::setresuid(kNobody, kNobody, kNobody) == 0;
}

/// The kernel of a machine that does not know that call.
bool lose(const char *call, int problem, const scmp_arg_cmp *condition = nullptr)
{
    const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
    const int number = ::seccomp_syscall_resolve_name(call);
    const bool lost = filter != nullptr && number != __NR_SCMP_ERROR
        && ::seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(static_cast<unsigned>(problem)), number,
                                    condition != nullptr ? 1 : 0, condition)
            == 0
        && ::seccomp_load(filter) == 0;
    ::seccomp_release(filter);
    return lost;
}

} // namespace

int main(int, char **argv)
{
    const std::string whole(argv[0]);
    const std::string name = whole.substr(whole.rfind('/') + 1);
    const auto says = [&name](const char *word) { return name.find(word) != std::string::npos; };
    bool made = !says("as-nobody") || becomeNobody();
    if (says("without-landlock"))
        made = made && lose("landlock_create_ruleset", ENOSYS);
    if (says("without-namespaces"))
        made = made && lose("unshare", EPERM);
    if (says("without-mounts"))
        made = made && lose("mount", EACCES);
    if (says("without-seccomp")) {
        // One after the other: the second is what would be needed to lose more.
        const scmp_arg_cmp bySeccomp = {0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0};
        const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
        made = made && filter != nullptr
            && ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0) == 0
            && ::seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, &bySeccomp) == 0
            && ::seccomp_load(filter) == 0;
        ::seccomp_release(filter);
    }
    if (!made)
        return kCannot;
    ::execl(says("preview") ? TAWASUL_PREVIEW_PROGRAM : TAWASUL_ESCAPIST,
            says("preview") ? TAWASUL_PREVIEW_PROGRAM : TAWASUL_ESCAPIST, static_cast<char *>(nullptr));
    return kCannot;
}
