@echo off
rem UNTESTED: written after its twin `contextmill` and never run. Reports are welcome.
rem Runs Contextmill from a checkout: builds it when that was not done, then starts it.
rem Unlike its twin it does not see that sources have changed: delete generator\cli\target to build again.
setlocal

set "generator=%~dp0.."
set "lib=%generator%\cli\target\contextmill\lib"

if defined JAVA_HOME (
    set "java=%JAVA_HOME%\bin\java.exe"
) else (
    set "java=java"
)
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo contextmill: there is no java: install a JDK 17 or later, or set JAVA_HOME 1>&2
    exit /b 3
)

set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2>&1" ^| findstr /i "version"') do if not defined version set "version=%%~v"
for /f "tokens=1 delims=." %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 (
    echo contextmill: Java 17 or later is needed; this is Java %version% 1>&2
    exit /b 3
)

if not exist "%lib%\.built" (
    echo contextmill: building, once... 1>&2
    pushd "%generator%\.."
    call mvn -q -B -ntp -Dmaven.test.skip=true -pl generator/cli -am package 1>&2
    if errorlevel 1 (
        popd
        echo contextmill: the build failed 1>&2
        exit /b 3
    )
    popd
    type nul > "%lib%\.built"
)

"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp "%lib%\*" io.contextmill.cli.Main %*
exit /b %errorlevel%
