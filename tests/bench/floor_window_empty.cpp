// SPDX-License-Identifier: GPL-3.0-or-later
// Start-up floor: an empty window, ended at once after its first paint.
#include <QApplication>
#include <QMainWindow>
#include <QPaintEvent>

#include <cstdlib>

namespace {

class Window : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QMetaObject::invokeMethod(qApp, [] { std::_Exit(0); }, Qt::QueuedConnection);
    }
};

}  // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    Window window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
