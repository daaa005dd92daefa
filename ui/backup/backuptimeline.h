// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPTIMELINE_H
#define ROSTER_BACKUP_BACKUPTIMELINE_H

#include <QDateTime>
#include <QList>
#include <QWidget>

class QPainter;

namespace roster {

/// When backups were made, as marks on a line from the oldest until now: a gap is seen at once. The
/// table beneath says the same in words; this is for the eye and the mouse only.
class BackupTimeline : public QWidget
{
    Q_OBJECT

public:
    struct Mark
    {
        QDateTime moment;
        bool isGood = true;
        QString path;
    };

    explicit BackupTimeline(QWidget *parent = nullptr);

    void setMarks(const QList<Mark> &marks, const QDateTime &now);
    void setChosen(const QString &path);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    double placeOf(const QDateTime &moment) const;
    void paintEnds(QPainter &painter) const;

    QList<Mark> m_marks;
    QDateTime m_oldest;
    QDateTime m_now;
    QString m_chosen;
};

}  // namespace roster

#endif
