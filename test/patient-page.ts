import { configure } from '@testing-library/react';

/** What a page shows is waited for as long as a busy machine needs: a limit here fails what hangs, and never what is slow. */
configure({ asyncUtilTimeout: 15_000 });
