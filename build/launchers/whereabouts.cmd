@echo off
rem The command line of Whereabouts on Windows. The app itself has no console: what it prints goes through files,
rem and a batch file waits for it. Behind "--" nothing is taken for a switch of Chromium or refused as a link.
setlocal
set "said=%TEMP%\whereabouts-%RANDOM%%RANDOM%"
"%~dp0..\..\Whereabouts.exe" -- %* 1>"%said%.out" 2>"%said%.err"
set "code=%ERRORLEVEL%"
for /f "tokens=2 delims=:." %%p in ('chcp') do set "codepage=%%p"
chcp 65001 >nul
type "%said%.out"
type "%said%.err" 1>&2
chcp %codepage% >nul
del "%said%.out" "%said%.err"
exit /b %code%
