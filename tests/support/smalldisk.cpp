// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/mount.h>

using namespace Qt::StringLiterals;

namespace roster::test {

namespace {

constexpr int fullSize = 120;  // MB; enough for a cluster, and too little for what fill() writes

bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

bool mount(const QString &folder, unsigned long flags, const char *size)
{
    return ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", flags, size) == 0;
}

}  // namespace

SmallDisk::SmallDisk(LocalPaths &paths, const QString &folder) : m_folder(paths.folder)
{
    QDir().mkpath(m_folder);
    m_isMounted = mount(m_folder, 0, "size=20m");
    if (m_isMounted) {
        m_flag = m_folder + u"/ballast"_s;
        return;
    }
    m_flag = folder + u"/full"_s;
    const QString instead = folder + u"/bin"_s;
    m_library = folder + u"/fulldisk.so"_s;  // the server's account may not reach the build folder
    QDir().mkpath(instead);
    if (!QFile::copy(QStringLiteral(ROSTER_FULLDISK_LIBRARY), m_library) || !fill())
        qFatal("no small disk could be made");
    for (const QString &binaries : paths.binaries) {
        if (!QFileInfo::exists(binaries + u"/initdb"_s))
            continue;
        for (const QString &program : {u"/initdb"_s, u"/postgres"_s}) {
            const QString original = QFileInfo(binaries + program).canonicalFilePath();
            if (!putBefore(instead + program, original))
                qFatal("no small disk could be made");
        }
        paths.binaries = {instead};
        return;
    }
    qFatal("PostgreSQL is not installed");
}

SmallDisk::~SmallDisk()
{
    while (m_isMounted && ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH) == 0) {
    }
}

bool SmallDisk::putBefore(const QString &program, const QString &original) const
{
    const QString text = u"#!/bin/sh\nexport LD_PRELOAD='%1' ROSTER_TEST_FULL='%2'\n"
                         u"exec '%3' \"$@\"\n"_s.arg(m_library, m_flag, original);
    return writeFile(program, text.toUtf8())
        && QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                              | QFile::ReadOther | QFile::ExeOther
                                              | QFile::ReadGroup | QFile::ExeGroup);
}

bool SmallDisk::fill()
{
    if (!m_isMounted)
        return writeFile(m_flag, {});
    return !writeFile(m_flag, QByteArray(fullSize << 20, 'x'));
}

bool SmallDisk::free()
{
    const bool removed = !QFile::exists(m_flag) || QFile::remove(m_flag);
    return removed && (!m_isMounted || mount(m_folder, MS_REMOUNT, "size=120m"));
}

}  // namespace roster::test
